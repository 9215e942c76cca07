"""Personal data in a description, found and masked before anything else reads the text; one kind a file."""

from kb.privacy.mask import Guarded, count_masks, drop_masks, mask_personal_data
from kb.privacy.mask_role import mask_role

__all__ = ["Guarded", "count_masks", "drop_masks", "mask_personal_data", "mask_role"]
