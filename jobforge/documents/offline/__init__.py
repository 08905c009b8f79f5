"""Write documents without a model."""
