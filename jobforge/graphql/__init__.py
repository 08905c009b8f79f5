"""The GraphQL door: unpacks what is asked, calls one operation, and hands back what it gave."""
