"""The controls that the inspector is built of; they know nothing of cases."""
