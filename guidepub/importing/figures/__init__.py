"""Which figures of a text are facts of its occupation."""
