"""How statements of a document are held against the evidence. What each finding means is said in `checks`."""
