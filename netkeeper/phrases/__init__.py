"""What the app and the shell both say: values of the domain in, English out.

A module for each subject, loaded where its sentences are shown. A sentence is one template with named values, never
put together from pieces, so that another language can order its words and inflect them in its own way.
"""
