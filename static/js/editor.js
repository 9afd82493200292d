// Markdown fields: four buttons, a preview, a counter. Without this the field is a plain textarea.

const changed = (area) => area.dispatchEvent(new Event("input", { bubbles: true }));

function format(area, button) {
  const { selectionStart: start, selectionEnd: end, value } = area;
  const chosen = value.slice(start, end);
  const { wrap, line } = button.dataset;
  let text;
  if (wrap) {
    text = wrap + (chosen || "…") + wrap;
  } else if (line) {
    const before = start > 0 && value[start - 1] !== "\n" ? "\n" : "";
    text = before + (chosen || "…").split("\n").map((row) => line + row).join("\n");
  } else {
    text = `[${chosen || "…"}](https://)`;
  }
  area.setRangeText(text, start, end, "end");
  area.focus();
  changed(area);
}

async function preview(editor, area, pane, button) {
  const show = button.getAttribute("aria-pressed") !== "true";
  button.setAttribute("aria-pressed", show);
  pane.hidden = !show;
  area.hidden = show;
  if (!show) {
    area.focus();
    return;
  }
  const token = area.form.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
  const answer = await fetch(editor.dataset.previewUrl, {
    method: "POST",
    headers: { "X-CSRFToken": token },
    body: new URLSearchParams({ text: area.value }),
  });
  pane.innerHTML = answer.ok ? await answer.text() : "";
  pane.focus();
}

function startEditor(editor) {
  const area = editor.querySelector("textarea");
  const bar = editor.querySelector(".editor-bar");
  const pane = editor.querySelector("[data-preview]");
  bar.hidden = false;
  bar.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.hasAttribute("data-preview-toggle")) preview(editor, area, pane, button);
    else if (!area.hidden) format(area, button);
  });
}

// The limit is told, not enforced: text that is too long is never cut, the server says so in words.
function startCounter(line) {
  const area = document.getElementById(line.dataset.counterFor);
  const limit = Number(area.dataset.limit ?? area.maxLength);
  area.removeAttribute("maxlength");
  const show = () => {
    const left = limit - [...area.value].length;
    line.textContent = (left < 0 ? line.dataset.over : line.dataset.left).replace("{}", Math.abs(left));
    line.classList.toggle("counter-over", left < 0);
  };
  line.hidden = false;
  area.addEventListener("input", show);
  show();
}

function start(root) {
  root.querySelectorAll("[data-editor]:not([data-started])").forEach((editor) => {
    editor.dataset.started = "yes";
    startEditor(editor);
  });
  root.querySelectorAll("[data-counter-for][hidden]").forEach(startCounter);
}

start(document);
document.addEventListener("htmx:afterSettle", (event) => start(event.detail.elt.parentNode ?? document));
