"""The wording that the app and the shell share: values of the domain in, English out.

A module for each subject, loaded where its sentences are shown. A sentence is one template with named values, so that
another language can order and inflect its words.
"""
