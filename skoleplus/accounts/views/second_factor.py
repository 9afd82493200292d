"""Setting up the second factor."""

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.views import ActivateTOTPView
from django.http import HttpResponse


class ActivateTotp(ActivateTOTPView):
    """Whoever sets it up has typed a code just now: this session has passed it."""

    def form_valid(self, form: ActivateTOTPForm) -> HttpResponse:
        response = super().form_valid(form)
        record_authentication(
            self.request, self.request.user, method="mfa", type="totp", reauthenticated=True
        )
        return response


activate_totp = ActivateTotp.as_view()
