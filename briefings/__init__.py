"""Official press briefings, parsed into a DuckDB file and charted."""

__version__ = "0.1.0"
