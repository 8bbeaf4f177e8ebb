/// The script of the HTML report: it filters by outcome, and shows what a link leads to.
enum HTMLReportScript {
  /// The script.
  static let text = """

    "use strict";
    (function () {
      var links = [];
      document.querySelectorAll(".refs a").forEach(function (link) {
        links.push([link, document.getElementById(link.getAttribute("href").slice(1))]);
      });
      function marks() {
        links.forEach(function (pair) { pair[0].hidden = !!pair[1] && pair[1].hidden; });
        document.querySelectorAll(".refs").forEach(function (refs) {
          var off = !refs.querySelector("a:not([hidden])");
          var mark = refs.previousElementSibling;
          if (mark && mark.tagName === "MARK") { mark.classList.toggle("off", off); }
        });
      }
      document.querySelectorAll(".subject").forEach(function (subject) {
        var filter = subject.querySelector(".filter");
        if (!filter) { return; }
        var boxes = Array.prototype.slice.call(filter.querySelectorAll("input"));
        var findings = Array.prototype.slice.call(subject.querySelectorAll(".finding"));
        var status = filter.querySelector(".status");
        function apply(isFirst) {
          var shown = 0;
          var on = {};
          boxes.forEach(function (box) { on[box.value] = box.checked; });
          findings.forEach(function (finding) {
            finding.hidden = !on[finding.dataset.outcome]
              || (!!on.check && finding.dataset.certainty !== "check");
            if (!finding.hidden) { shown += 1; }
          });
          subject.querySelectorAll(".group").forEach(function (group) {
            group.hidden = !group.querySelector(".finding:not([hidden])");
          });
          if (isFirst) { return; }
          status.textContent = filter.dataset.text.replace("{shown}", String(shown))
            .replace("{total}", String(findings.length));
          marks();
        }
        filter.addEventListener("change", function () { apply(false); });
        filter.hidden = false;
        apply(true);
        subject.reset = function () {
          boxes.forEach(function (box) { box.checked = box.value !== "check"; });
          apply(false);
        };
      });
      function reveal() {
        var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
        if (!target) { return; }
        var subject = target.closest(".subject");
        if (target.closest("[hidden]") && subject && subject.reset) { subject.reset(); }
        var details = target.closest("details");
        if (details) { details.open = true; }
        if (target.matches("mark, .finding")) { target.scrollIntoView({ block: "center" }); }
        if (target.tabIndex === -1) { target.focus({ preventScroll: true }); }
      }
      window.addEventListener("hashchange", reveal);
      if (location.hash) { reveal(); }
    })();

    """
}
