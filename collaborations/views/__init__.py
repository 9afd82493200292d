"""Pages of a collaboration: ask, lists, the one collaboration, and the answer by a signed link."""

from collaborations.views.ask import ask
from collaborations.views.by_link import association_answers, school_decides
from collaborations.views.detail import detail
from collaborations.views.lists import association_list, school_list

__all__ = ["ask", "association_answers", "association_list", "detail", "school_decides", "school_list"]
