"""Client of Keycloak: creates users by its admin API, gets tokens by signing in like a browser (code flow, PKCE)."""
import base64
import hashlib
import html
import http.cookiejar
import json
import re
import secrets
import time
import urllib.error
import urllib.parse
import urllib.request

REDIRECT = "https://desk.cchc.example/"
CLIENT = "cchc-desk"


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def opener(*handlers):
    return urllib.request.build_opener(NoRedirect, *handlers)


def ask(opener_, url, form=None, body=None, method=None, **headers):
    """Status, headers and body of the response, whatever its status."""
    data = urllib.parse.urlencode(form).encode() if form is not None else None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data=data, method=method, headers=headers)
    if body is not None:
        request.add_header("Content-Type", "application/json")
    try:
        with opener_.open(request, timeout=30) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


class Identity:
    """
    issuer: https://HOST/realms/cchc
    """

    def __init__(self, issuer, admin_password):
        self.issuer = issuer
        self.host, self.realm = issuer.rsplit("/realms/", 1)
        self.admin_password = admin_password
        self.passwords, self.held = {}, {}

    def _admin(self, method, path, body=None):
        status, _, answer = ask(opener(), f"{self.host}/realms/master/protocol/openid-connect/token", form={
            "grant_type": "password", "client_id": "admin-cli", "username": "admin", "password": self.admin_password})
        if status != 200:
            raise SystemExit(f"the administrator could not sign in: {status} {answer[:300]!r}")
        status, headers, answer = ask(opener(), f"{self.host}/admin/realms/{self.realm}{path}", body=body, method=method,
                                      Authorization="Bearer " + json.loads(answer)["access_token"])
        if status >= 400:
            raise SystemExit(f"{method} {path}: {status} {answer[:300]!r}")
        return json.loads(answer) if answer else headers

    def create(self, username, first, last, roles, **attributes):
        """Creates a user with realm roles and attributes, which become claims."""
        self.passwords[username] = secrets.token_urlsafe(18)
        self._admin("POST", "/users", {
            "username": username, "enabled": True, "firstName": first, "lastName": last,
            "attributes": {name: [value] for name, value in attributes.items() if value},
            "credentials": [{"type": "password", "value": self.passwords[username], "temporary": False}]})
        user = self._admin("GET", f"/users?exact=true&username={username}")[0]["id"]
        granted = [self._admin("GET", f"/roles/{role}") for role in roles]
        self._admin("POST", f"/users/{user}/role-mappings/realm", granted)

    def token(self, username):
        """A token; signs in again after three minutes, as a token is valid for five."""
        token, at = self.held.get(username, (None, 0))
        if time.monotonic() - at > 180:
            token = self.sign_in(username, self.passwords[username])
            self.held[username] = token, time.monotonic()
        return token

    def sign_in(self, username, password):
        browser = opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        verifier = secrets.token_urlsafe(48)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
        query = urllib.parse.urlencode({
            "client_id": CLIENT, "redirect_uri": REDIRECT, "response_type": "code", "scope": "openid", "state": secrets.token_hex(8),
            "code_challenge": challenge, "code_challenge_method": "S256"})
        status, _, page = ask(browser, f"{self.issuer}/protocol/openid-connect/auth?{query}")
        form = re.search(r'<form[^>]* action="([^"]+)"', page.decode())
        if status != 200 or not form:
            raise SystemExit(f"no sign-in form: {status} {page[:400]!r}")
        status, headers, page = ask(browser, html.unescape(form[1]), form={"username": username, "password": password, "credentialId": ""})
        if status != 302:
            raise SystemExit(f"{username} could not sign in: {status} {re.sub(rb'<[^>]*>', b' ', page)[:400]!r}")
        code = urllib.parse.parse_qs(urllib.parse.urlsplit(headers["Location"]).query)["code"][0]
        status, _, answer = ask(opener(), f"{self.issuer}/protocol/openid-connect/token", form={
            "grant_type": "authorization_code", "client_id": CLIENT, "redirect_uri": REDIRECT, "code": code, "code_verifier": verifier})
        if status != 200:
            raise SystemExit(f"no token for {username}: {status} {answer[:300]!r}")
        return json.loads(answer)["access_token"]

    def foreign_token(self):
        """A valid token of the same server, but of the realm master."""
        return json.loads(ask(opener(), f"{self.host}/realms/master/protocol/openid-connect/token", form={
            "grant_type": "password", "client_id": "admin-cli", "username": "admin", "password": self.admin_password})[2])["access_token"]
