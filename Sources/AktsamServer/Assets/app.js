// What the pages do more with a script: progress of an upload, drag and drop, a filter that answers at
// once. All pages work without it.
"use strict";
(function () {
  function byId(id) { return document.getElementById(id); }

  function filled(text, values) {
    return (text || "").replace(/\{(\w+)\}/g, function (whole, name) {
      return name in values ? String(values[name]) : whole;
    });
  }

  function size(bytes) {
    if (bytes < 1048576) { return Math.max(1, Math.round(bytes / 1024)) + " kB"; }
    return (bytes / 1048576).toFixed(bytes < 104857600 ? 1 : 0) + " MB";
  }

  // MARK: Upload

  function setUpUpload(form) {
    var zone = byId("dropzone");
    var inputs = [byId("files"), byId("folder")];
    var button = byId("start");
    var dropped = [];
    byId("drop-hint").hidden = false;

    function chosen() {
      var result = dropped.slice();
      inputs.forEach(function (input) {
        Array.prototype.forEach.call(input.files || [], function (file) {
          result.push({ file: file, path: file.webkitRelativePath || file.name });
        });
      });
      return result;
    }

    function total(files) {
      return files.reduce(function (sum, item) { return sum + item.file.size; }, 0);
    }

    function say(text) {
      var problem = byId("upload-problem");
      problem.textContent = text || "";
      problem.hidden = !text;
      if (text) { problem.focus(); }
    }

    function show() {
      var files = chosen();
      byId("chosen").hidden = files.length === 0;
      byId("chosen-count").textContent = filled(form.dataset.chosen,
        { count: files.length, size: size(total(files)) });
      var list = byId("chosen-list");
      list.textContent = "";
      files.slice(0, 200).forEach(function (item) {
        var entry = document.createElement("li");
        entry.textContent = item.path;
        list.appendChild(entry);
      });
      if (files.length > 200) {
        var more = document.createElement("li");
        more.textContent = "… +" + (files.length - 200);
        list.appendChild(more);
      }
      say("");
    }

    inputs.forEach(function (input) { input.addEventListener("change", show); });
    byId("chosen-clear").addEventListener("click", function () {
      dropped = [];
      inputs.forEach(function (input) { input.value = ""; });
      show();
      inputs[0].focus();
    });

    // Folders that are dropped are walked through; their paths go along.
    function walk(entry, path, done) {
      if (!entry) { return done([]); }
      if (entry.isFile) {
        return entry.file(function (file) { done([{ file: file, path: path + file.name }]); },
          function () { done([]); });
      }
      var reader = entry.createReader();
      var found = [];
      (function next() {
        reader.readEntries(function (entries) {
          if (!entries.length) { return done(found); }
          var left = entries.length;
          entries.forEach(function (child) {
            walk(child, path + entry.name + "/", function (files) {
              found = found.concat(files);
              left -= 1;
              if (left === 0) { next(); }
            });
          });
        }, function () { done(found); });
      })();
    }

    ["dragenter", "dragover"].forEach(function (name) {
      zone.addEventListener(name, function (event) {
        event.preventDefault();
        zone.classList.add("over");
      });
    });
    zone.addEventListener("dragleave", function (event) {
      if (!zone.contains(event.relatedTarget)) { zone.classList.remove("over"); }
    });
    zone.addEventListener("drop", function (event) {
      event.preventDefault();
      zone.classList.remove("over");
      var items = event.dataTransfer.items || [];
      var entries = [];
      for (var index = 0; index < items.length; index += 1) {
        var entry = items[index].webkitGetAsEntry && items[index].webkitGetAsEntry();
        if (entry) { entries.push(entry); }
      }
      if (!entries.length) {
        Array.prototype.forEach.call(event.dataTransfer.files, function (file) {
          dropped.push({ file: file, path: file.name });
        });
        return show();
      }
      entries.forEach(function (entry) {
        walk(entry, "", function (files) {
          dropped = dropped.concat(files);
          show();
        });
      });
    });
    // A file that is dropped beside the zone must not replace the page.
    ["dragover", "drop"].forEach(function (name) {
      window.addEventListener(name, function (event) { event.preventDefault(); });
    });

    function failed(text) {
      byId("upload-status").hidden = true;
      button.disabled = false;
      say(text || form.dataset.failed);
    }

    function answer(request) {
      var page = new DOMParser().parseFromString(request.responseText || "", "text/html");
      var text = page.getElementById("problem-text") || page.getElementById("problem");
      var help = page.getElementById("problem-detail");
      return [text, help].filter(Boolean).map(function (part) {
        return part.textContent;
      }).join(" ");
    }

    form.addEventListener("submit", function (event) {
      event.preventDefault();
      if (button.disabled) { return; }
      var files = chosen();
      if (!files.length) { return say(form.dataset.none); }
      var limit = Number(form.dataset.limit);
      if (limit && total(files) > limit) {
        return say(filled(form.dataset.tooLarge, { size: size(total(files)) }));
      }
      say("");
      var data = new FormData();
      // The token comes first: without it nothing is taken.
      data.append("csrf", form.elements.csrf.value);
      data.append("lang", form.elements.lang.value);
      data.append("profile", form.elements.profile.value);
      data.append("grouping", form.elements.grouping.value);
      files.forEach(function (item) { data.append("files", item.file, item.path); });
      var request = new XMLHttpRequest();
      var status = byId("upload-status");
      var bar = byId("upload-progress");
      var text = byId("upload-text");
      var tenth = -1;
      status.hidden = false;
      button.disabled = true;
      request.upload.addEventListener("progress", function (event) {
        if (!event.lengthComputable) { return; }
        var percent = Math.round(100 * event.loaded / event.total);
        bar.value = percent;
        // Said aloud ten times, not a thousand.
        if (Math.floor(percent / 10) !== tenth) {
          tenth = Math.floor(percent / 10);
          text.textContent = filled(form.dataset.sending, { percent: percent });
        }
      });
      request.upload.addEventListener("load", function () {
        bar.value = 100;
        text.textContent = form.dataset.reading;
      });
      request.addEventListener("load", function () {
        if (request.status >= 200 && request.status < 300 && request.responseURL) {
          window.location.assign(request.responseURL);
        } else {
          failed(answer(request));
        }
      });
      request.addEventListener("error", function () { failed(""); });
      request.addEventListener("abort", function () { failed(""); });
      request.open("POST", form.action);
      request.send(data);
    });
    window.addEventListener("pageshow", function () {
      button.disabled = false;
      byId("upload-status").hidden = true;
    });
    show();
  }

  // MARK: Matrix

  function setUpFilter(form, table) {
    var rows = Array.prototype.slice.call(table.querySelectorAll("tbody tr"));
    var status = byId("matrix-status");
    byId("filter-apply").hidden = true;

    function values() {
      var outcomes = Array.prototype.filter.call(
        form.querySelectorAll("input[name=outcome]"), function (box) { return box.checked; }
      ).map(function (box) { return box.value; });
      return {
        outcomes: outcomes, level: byId("filter-level").value, step: byId("filter-step").value,
        check: byId("filter-check").checked
      };
    }

    function apply() {
      var wanted = values();
      var shown = 0;
      rows.forEach(function (row) {
        var outcomes = row.dataset.outcomes.split(" ");
        row.hidden = (wanted.outcomes.length > 0
            && !wanted.outcomes.some(function (name) { return outcomes.indexOf(name) >= 0; }))
          || (wanted.level !== "" && row.dataset.level !== wanted.level)
          || (wanted.step !== "" && row.dataset.step !== wanted.step)
          || (wanted.check && row.dataset.check !== "1");
        if (!row.hidden) { shown += 1; }
      });
      status.textContent = filled(form.dataset.shown, { shown: shown, total: rows.length });
      byId("matrix-empty").hidden = shown > 0;
      // The address says what is shown, so that it can be kept and sent.
      var query = new URLSearchParams();
      wanted.outcomes.forEach(function (name) { query.append("outcome", name); });
      if (wanted.level) { query.set("level", wanted.level); }
      if (wanted.step) { query.set("step", wanted.step); }
      if (wanted.check) { query.set("check", "1"); }
      var text = query.toString();
      window.history.replaceState(null, "", window.location.pathname + (text ? "?" + text : ""));
    }

    form.addEventListener("change", apply);
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      apply();
    });
    byId("filter-reset").addEventListener("click", function (event) {
      event.preventDefault();
      form.querySelectorAll("input[type=checkbox]").forEach(function (box) {
        box.checked = false;
      });
      byId("filter-level").value = "";
      byId("filter-step").value = "";
      apply();
    });
  }

  // MARK: Names

  // Who writes an entry is remembered while the browser's window is open, and nowhere else.
  function setUpNames() {
    var fields = Array.prototype.slice.call(document.querySelectorAll("input[name=by]"));
    var known = "";
    try { known = window.sessionStorage.getItem("aktsam-name") || ""; } catch (error) { return; }
    fields.forEach(function (field) {
      if (!field.value) { field.value = known; }
      field.addEventListener("change", function () {
        try { window.sessionStorage.setItem("aktsam-name", field.value); } catch (error) { return; }
      });
    });
  }

  // MARK: Highlight

  // The passage that a link leads to is marked until the next one is followed.
  function setUpHighlight() {
    var last = null;
    function mark() {
      if (last) { last.classList.remove("here"); }
      var target = byId(decodeURIComponent(window.location.hash.slice(1)));
      last = target && target.matches("mark") ? target : null;
      if (last) { last.classList.add("here"); }
    }
    window.addEventListener("hashchange", mark);
    mark();
  }

  var upload = byId("upload-form");
  if (upload && window.FormData && window.XMLHttpRequest) { setUpUpload(upload); }
  var filter = byId("filter");
  var matrix = byId("matrix");
  if (filter && matrix) { setUpFilter(filter, matrix); }
  setUpNames();
  setUpHighlight();
  var answered = byId("result") || document.querySelector("[id^=error-]") || byId("problem");
  if (answered && !window.location.hash) {
    answered.scrollIntoView({ block: "start" });
    if (answered.tabIndex === -1) { answered.focus({ preventScroll: true }); }
  }
})();
