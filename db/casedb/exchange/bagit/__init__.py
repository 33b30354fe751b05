"""BagIt (RFC 8493): bags read, checked and written, as folders and as ZIP files.

A bag is a folder with its payload in `data/`, lists of checksums beside it, and a few tags. Nothing here
knows of cases; nothing in a bag is believed before it was checked, and nothing is ever fetched.
"""
