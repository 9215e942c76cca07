"""The same service for its API."""

from tests.api.expert_side.conftest import few_experts, side

__all__ = ["few_experts", "side"]
