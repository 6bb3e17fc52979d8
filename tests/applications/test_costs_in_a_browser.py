"""With JavaScript sums are updated while typing, and nothing else on the page changes."""

import pytest
from django.conf import settings
from django.test import Client

from tests import factories


@pytest.mark.django_db(transaction=True)
def test_sums_follow_the_typing_and_the_fields_stay_as_they_are(open_page, live_server):
    application = factories.make_application(cost="10000.00", requested="9000.00")
    client = Client()
    client.force_login(application.created_by)
    page = open_page()
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
    )
    page.goto(f"/en/paraiskos/{application.reference}/samata/")

    page.fill("#id_lines-0-unit_price", "4500")
    page.press("#id_lines-0-unit_price", "Shift+Tab")
    page.wait_for_selector("#suma:has-text('4,500.00')")

    assert page.evaluate("document.activeElement.id") == "id_lines-0-quantity"
    assert page.input_value("#id_lines-0-unit_price") == "4500"
    assert "4,500.00" in page.inner_text("#suma-0")
    assert "over the limit" in page.inner_text("#ribos")
    assert application.cost_lines.get().unit_price == 10000
    page.click("text=Save and continue >> visible=true")
    page.wait_for_url("**/finansavimas/")
    assert application.cost_lines.get().unit_price == 4500
