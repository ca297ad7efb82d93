#!/usr/bin/env bash
# Measures the board of leads over one connection: opening it after somebody's change (nothing cached) and again, and moving a card.
# Usage: benchmarks/board.sh [leads] [repetitions, at most 50]     (defaults: 100000 30)
# Needs curl and python3. Prints Markdown for docs/performance.md. Nothing else should run on the machine.
set -euo pipefail
cd "$(dirname "$0")/.."
leads=${1:-100000}; repetitions=${2:-30}
. benchmarks/host.sh

echo "Leads: $leads; $repetitions of each over one connection. Host $(rss) MB."
echo
REPETITIONS=$repetitions python3 - "$port" <<'PYTHON'
import html, http.client, http.cookies, json, os, re, sys, time, urllib.parse

connection = http.client.HTTPConnection("127.0.0.1", int(sys.argv[1]))
cookies, repetitions = {}, int(os.environ["REPETITIONS"])

def ask(method, path, body=None, headers={}):
    """The answer's status and text, and the milliseconds from asking to having all of it."""
    began = time.perf_counter()
    connection.request(method, path, body, headers)
    answer = connection.getresponse()
    text = answer.read().decode()
    took = (time.perf_counter() - began) * 1000
    for value in answer.headers.get_all("Set-Cookie") or []:
        cookies.update({name: morsel.value for name, morsel in http.cookies.SimpleCookie(value).items()})
    if answer.status >= 400: sys.exit(f"{method} {path}: {answer.status} {text[:500]}")
    return text, took

def api(method, path, body=None):
    text, took = ask(method, path, None if body is None else json.dumps(body),
        {"Authorization": "Bearer " + os.environ["BENCH_TOKEN"], "Content-Type": "application/json"})
    return json.loads(text), took

def page(method, path, fields=None):
    headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
    if fields is not None: headers["Content-Type"] = "application/x-www-form-urlencoded"
    return ask(method, path, None if fields is None else urllib.parse.urlencode(fields), headers)

def hidden(text, name):
    found = re.search(rf'<input[^>]*name="{name}"[^>]*>', text)
    return html.unescape(re.search(r'value="([^"]*)"', found[0])[1])

page_anew = "the page after somebody's change, nothing cached"
measured = {}
def note(what, took): measured.setdefault(what, []).append(took)

text, _ = page("GET", "/sign-in")
page("POST", "/sign-in", {"Input.Email": "manager@iswitchroofs.example", "Input.Password": "Roof-Demo-2026!",
    "__RequestVerificationToken": hidden(text, "__RequestVerificationToken")})
text, took = page("GET", "/Leads/Board")
if "data-board" not in text: sys.exit("the board did not open: " + text[:500])
note(page_anew, took)
token = hidden(text, "__RequestVerificationToken")

found, _ = api("GET", "/api/leads?status=new&per_page=100")
cards = iter(lead["id"] for lead in found["items"])
for _ in range(repetitions):
    note("moving a card by the page", page("POST", "/Leads/Board?handler=Move", {"id": next(cards), "from": "new", "to": "contacted", "__RequestVerificationToken": token})[1])
    note(page_anew, page("GET", "/Leads/Board")[1])
    note("the page again", page("GET", "/Leads/Board")[1])
    note("moving a card by the API", api("POST", f"/api/leads/{next(cards)}/status", {"status": "contacted"})[1])
    note("`GET /api/leads/board` after a change", api("GET", "/api/leads/board")[1])
    note("`GET /api/leads/board` again", api("GET", "/api/leads/board")[1])

# The first of its kind compiles what it runs: it says nothing about the others.
print("| operation | first ms | median ms | slowest but the first ms |\n| --- | ---: | ---: | ---: |")
for what, (first, *others) in measured.items():
    others.sort()
    print(f"| {what} | {first:.0f} | {others[len(others) // 2]:.1f} | {others[-1]:.1f} |")
PYTHON
