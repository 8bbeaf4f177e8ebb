"""A browser that watches what pages do: what the walks of check_pages.py share.

Not a script of its own. Needs playwright and axe-playwright-python.
"""
from __future__ import annotations

import contextlib
import pathlib
import re
import urllib.parse
from collections.abc import Iterator

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response, Route

# What a browser says itself about a page that is meant to be answered with a fault.
EXPECTED = re.compile(r"Failed to load resource: the server responded with a status of 4\d\d")
# No screenshot is higher, in pixels: the text of a supplier's documents is long.
HIGHEST = 6000
WIDEST = """() => {
  const limit = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= limit) { return null; }
  const wide = [...document.body.querySelectorAll('*')].filter(element => {
    if (element.getBoundingClientRect().right <= limit + 1) { return false; }
    for (let up = element.parentElement; up; up = up.parentElement) {
      if (/auto|scroll|hidden|clip/.test(getComputedStyle(up).overflowX)) { return false; }
    }
    return true;
  });
  return wide.slice(-3).map(e => e.outerHTML.slice(0, 120)).join(' … ') || 'the page';
}"""
FRAME = """() => {
  const found = [];
  for (const sheet of document.querySelectorAll('link[rel=stylesheet]')) {
    if (!sheet.sheet || !sheet.sheet.cssRules.length) { found.push('no style sheet ' + sheet.href); }
  }
  if (document.querySelectorAll('h1').length !== 1) { found.push('not one h1'); }
  if (!document.title.trim()) { found.push('no title'); }
  if (!document.documentElement.lang) { found.push('no language'); }
  if (!document.querySelector('main')) { found.push('no main'); }
  const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index).slice(0, 3);
  if (twice.length) { found.push('ids given twice: ' + twice.join(', ')); }
  const dead = [...document.querySelectorAll('a[href^="#"]')]
    .filter(link => !document.getElementById(decodeURIComponent(link.hash.slice(1)))).slice(0, 3);
  if (dead.length) { found.push('links that lead nowhere: ' + dead.map(l => l.hash).join(', ')); }
  return found;
}"""
FOCUS = """() => {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  return {
    visible: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0,
    inside: box.bottom > 0 && box.top < innerHeight && box.width > 0,
    name: element.outerHTML.slice(0, 100),
  };
}"""


class Watch:
    """Collects what is wrong while pages are walked through."""

    def __init__(self, browser: Browser, address: str, screenshots: pathlib.Path | None) -> None:
        self.browser = browser
        self.address = address
        self.screenshots = screenshots
        self.faults: list[str] = []
        self.looked = 0
        self.axe = Axe()
        self.walk = ""
        if screenshots:
            screenshots.mkdir(parents=True, exist_ok=True)

    def fault(self, text: str) -> None:
        """Take a fault down, once."""
        line = f"{self.walk}: {text}"
        if line not in self.faults:
            self.faults.append(line)
            print(line, flush=True)

    def expect(self, holds: object, text: str) -> None:
        """Take a fault down unless something holds."""
        if not holds:
            self.fault(text)

    @contextlib.contextmanager
    def page(self, width: int = 1400, scheme: str = "light", script: bool = True,
             language: str = "en") -> Iterator[Page]:
        """Open a window of its own, which knows nothing of others."""
        context = self.browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, locale=language,
            java_script_enabled=script, accept_downloads=True, reduced_motion="reduce",
            service_workers="block")
        context.set_default_timeout(60_000)
        self.guard(context)
        page = context.new_page()
        page.on("console", self.told)
        page.on("response", self.answered)
        page.on("pageerror", lambda error: self.fault(f"script: {error} at {page.url}"))
        try:
            yield page
        finally:
            context.close()

    def guard(self, context: BrowserContext) -> None:
        """Let nothing off the machine, and take down what tries."""
        own = urllib.parse.urlsplit(self.address).netloc

        def request(route: Route, request: Request) -> None:
            parts = urllib.parse.urlsplit(request.url)
            if parts.scheme in ("data", "blob") or parts.netloc == own:
                route.continue_()
            else:
                self.fault(f"a request leaves the server: {request.url}")
                route.abort()

        context.route("**/*", request)

    def told(self, message: ConsoleMessage) -> None:
        """Take down what the console says."""
        if message.type in ("error", "warning") and not EXPECTED.search(message.text):
            self.fault(f"console {message.type}: {message.text} ({message.location.get('url')})")

    def answered(self, response: Response) -> None:
        """Take down what a page lacks of what belongs to it, such as its style sheet."""
        if response.status >= 400 and response.request.resource_type != "document":
            self.fault(f"{response.status} for {urllib.parse.urlsplit(response.url).path}")

    def look(self, page: Page, name: str, whole: bool = True) -> None:
        """Look at a page: its frame, its width, its accessibility; and take a picture of it."""
        self.looked += 1
        page.wait_for_load_state()
        for text in page.evaluate(FRAME):
            self.fault(f"{name}: {text}")
        wide = page.evaluate(WIDEST)
        self.expect(not wide, f"{name}: scrolls sideways at {page.viewport_size['width']} px: {wide}")
        for violation in self.axe.run(page).response["violations"]:
            if violation["impact"] in ("serious", "critical"):
                node = violation["nodes"][0]
                self.fault(f"{name}: axe {violation['id']} ({violation['impact']}, "
                           f"{len(violation['nodes'])} times): {violation['help']}: "
                           f"{node['html'][:160]} {node.get('failureSummary', '')[:200]}")
        self.picture(page, name, whole)

    def picture(self, page: Page, name: str, whole: bool = True) -> None:
        """Take a picture, when they are wanted."""
        if not self.screenshots:
            return
        size = page.viewport_size
        height = size["height"]
        if whole:
            height = min(HIGHEST, page.evaluate("document.documentElement.scrollHeight"))
        path = self.screenshots / f"{name.replace(' ', '-')}.png"
        if whole:
            page.screenshot(path=path, full_page=True,
                            clip={"x": 0, "y": 0, "width": size["width"], "height": height})
        else:
            page.screenshot(path=path)

    def tab_to(self, page: Page, selector: str, limit: int = 600) -> None:
        """Press the tabulator until something that is wanted has the focus."""
        page.wait_for_load_state()
        for _ in range(limit):
            page.keyboard.press("Tab")
            if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
                focus = page.evaluate(FOCUS)
                self.expect(focus["visible"], f"the focus cannot be seen: {focus['name']}")
                self.expect(focus["inside"], f"the focus is out of sight: {focus['name']}")
                return
        raise LookupError(f"{selector} is not reached with the tabulator at {page.url}, "
                          f"only {page.evaluate(FOCUS)['name']}")
