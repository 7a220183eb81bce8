
"use strict";
// Long tables sort by a column; unsortable cells keep to the end. The page is whole without this script.
for (const table of document.querySelectorAll("table.matrix")) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const key = (row, at) => row.cells[at].dataset.sort ?? row.cells[at].textContent.trim();
  heads.forEach((head, at) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      heads.forEach(other => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const numeric = "sort" in (body.rows[0]?.cells[at]?.dataset ?? {});
      const compare = (a, b) => {
        const [x, y] = [key(a, at), key(b, at)];
        if (!numeric) return down ? y.localeCompare(x) : x.localeCompare(y);
        if (x === "" || y === "") return (x === "") - (y === "");
        return down ? y - x : x - y;
      };
      body.append(...[...body.rows].sort(compare));
    });
  });
}
// A figure saves as the SVG that it is.
for (const figure of document.querySelectorAll("figure")) {
  const link = document.createElement("a");
  link.className = "save";
  link.href = "#" + figure.id;
  link.textContent = "Save as SVG";
  link.addEventListener("click", event => {
    event.preventDefault();
    const svg = new XMLSerializer().serializeToString(figure.querySelector("svg"));
    const save = document.createElement("a");
    save.href = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    save.download = figure.dataset.name + ".svg";
    save.click();
    setTimeout(() => URL.revokeObjectURL(save.href), 1000);
  });
  figure.querySelector("figcaption").append(" ", link);
}
// Paper shows everything.
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach(fold => (fold.open = true)));
