// A field that filters a long list of check boxes. Without this the folds remain.

function startPicker(picker) {
  const find = picker.querySelector(".picker-find");
  const input = find.querySelector("input");
  const status = find.querySelector("[data-found]");
  const folds = [...picker.querySelectorAll("details")];
  const wasOpen = folds.map((fold) => fold.open);
  find.hidden = false;

  input.addEventListener("input", () => {
    const words = input.value.trim().toLocaleLowerCase("da").split(/\s+/);
    let found = 0;
    for (const choice of picker.querySelectorAll(".choice")) {
      const text = choice.textContent.toLocaleLowerCase("da");
      const hit = words.every((word) => text.includes(word)) || choice.querySelector("input").checked;
      choice.hidden = !hit;
      found += hit;
    }
    folds.forEach((fold, at) => {
      const any = fold.querySelector(".choice:not([hidden])");
      fold.hidden = !any;
      fold.open = input.value ? Boolean(any) : wasOpen[at];
    });
    status.textContent = status.dataset.found.replace("{}", found);
  });
  // Enter in the filter must not send the form.
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
}

document.querySelectorAll("[data-picker]").forEach(startPicker);
