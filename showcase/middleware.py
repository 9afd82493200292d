"""What every answer of the public API has in common."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse

PREFIX = "/api/"
SENTENCES = {
    400: "The request cannot be read.",
    404: "There is nothing at this address. /api/v1/openapi.json says what there is.",
    405: "The API is read-only: use GET.",
    500: "Something went wrong on our side. It has been logged.",
}


class ApiMiddleware:
    """The API answers in JSON, whatever goes wrong, and any web page may read it: it knows no cookies."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not request.path_info.startswith(PREFIX):
            return response
        is_json = response.get("Content-Type", "").startswith("application/json")
        if response.status_code >= 400 and not is_json:
            response = _in_json(response)
        response["Access-Control-Allow-Origin"] = "*"
        return response


def _in_json(response: HttpResponse) -> JsonResponse:
    detail = SENTENCES.get(response.status_code, response.reason_phrase)
    answer = JsonResponse({"detail": detail}, status=response.status_code)
    if "Allow" in response:
        answer["Allow"] = response["Allow"]
    return answer
