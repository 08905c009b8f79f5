"""Write the three documents: the registry of phases, the pipeline of writers, the offline writer and the models."""
