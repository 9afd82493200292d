"""Pages of the person who is signed in, and of who is invited."""

from skoleplus.accounts.views.account import account_home, home_for_user
from skoleplus.accounts.views.invitation import invitation_page
from skoleplus.accounts.views.second_factor import activate_totp

__all__ = ["account_home", "activate_totp", "home_for_user", "invitation_page"]
