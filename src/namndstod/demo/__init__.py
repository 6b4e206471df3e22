"""The demonstration: a made-up region with made-up people, one justerat and one coming meeting."""

from .make import DEMO_NAME, make_demo

__all__ = ["DEMO_NAME", "make_demo"]
