"""The same service for its pages."""

from tests.api.expert_side.conftest import few_experts, side

__all__ = ["few_experts", "side"]
