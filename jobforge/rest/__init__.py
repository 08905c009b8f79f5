"""The REST door: the specification's routes, each calling the operation that GraphQL calls too."""
