"""The web kit: guard, pages, forms, lists, errors, filters, headers.

The only floor that reads request headers or writes response headers.
"""
