"""The deeds: the one implementation of each thing a user can do. GraphQL and REST call these and decide nothing.

Every operation takes the user first. What belongs to another user and what is not there are the same: NotFound.
"""
