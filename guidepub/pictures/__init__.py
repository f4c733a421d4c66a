"""Pictures as an edition needs them: in RGB or grey for screens, in process inks for a press."""

from guidepub.pictures.blacks import is_rich_black
from guidepub.pictures.conditions import press_profile_bytes
from guidepub.pictures.damage import is_damaged
from guidepub.pictures.grounds import on_paper
from guidepub.pictures.opening import OPENERS, Opener
from guidepub.pictures.reading import for_reading
from guidepub.pictures.separating import Separated, kept_inks, separated, to_inks

__all__ = [
    "OPENERS",
    "Opener",
    "Separated",
    "for_reading",
    "is_damaged",
    "is_rich_black",
    "kept_inks",
    "on_paper",
    "press_profile_bytes",
    "separated",
    "to_inks",
]
