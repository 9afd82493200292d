"""What happens in a collaboration: the inquiry (inquiry.py), the association's answer (answer.py), the
school's decision (decision.py). What the three share stands in moves.py.
"""

from collaborations.services.answer import propose_other_time, say_no, say_yes
from collaborations.services.decision import accept, turn_down, withdraw
from collaborations.services.inquiry import Duplicate, NewClass, ask
from collaborations.services.moves import ByLink

__all__ = [
    "ByLink",
    "Duplicate",
    "NewClass",
    "accept",
    "ask",
    "propose_other_time",
    "say_no",
    "say_yes",
    "turn_down",
    "withdraw",
]
