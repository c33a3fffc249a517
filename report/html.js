(() => {
  "use strict";
  const all = (s, e = document) => [...e.querySelectorAll(s)];
  const id = (s) => document.getElementById(s);
  const form = id("filter"), count = id("count"), openAll = id("all");
  const rows = all(".row"), parts = all(".part"), texts = new Map();
  const lists = ["status", "severity"], picks = ["profile", "section", "level", "q"];
  let before = [];

  const text = (row) => {
    if (!texts.has(row)) texts.set(row, row.textContent.toLowerCase());
    return texts.get(row);
  };
  const button = (label, act) => {
    const b = document.createElement("button");
    b.type = "button";
    b.textContent = label;
    b.addEventListener("click", act);
    return b;
  };

  // The state of the filters is a query; it stands in the fragment.
  const state = () => {
    const data = new FormData(form), q = new URLSearchParams();
    for (const name of lists) if (data.has(name)) q.set(name, data.getAll(name).join(","));
    for (const name of picks) if (data.get(name)) q.set(name, data.get(name));
    return q;
  };
  const restore = (q) => {
    for (const name of lists) {
      const on = (q.get(name) || "").split(",");
      for (const box of all(`[name=${name}]`, form)) box.checked = on.includes(box.value);
    }
    for (const name of picks) if (form.elements[name]) form.elements[name].value = q.get(name) || "";
  };
  const fits = (row, q, words) => {
    const d = row.dataset, place = d.p + "/" + d.c, section = q.get("section");
    return (!q.has("status") || q.get("status").split(",").includes(d.s)) &&
      (!q.has("severity") || q.get("severity").split(",").includes(d.v)) &&
      (!q.has("profile") || q.get("profile") === d.p) &&
      (!q.has("level") || q.get("level") === d.l) &&
      (!section || place === section || place.startsWith(section + ".")) &&
      words.every((w) => text(row).includes(w));
  };
  const apply = () => {
    const q = state(), words = (q.get("q") || "").toLowerCase().split(/\s+/).filter(Boolean);
    let n = 0;
    for (const row of rows) {
      const fit = fits(row, q, words);
      row.classList.toggle("off", !fit);
      n += fit;
    }
    const some = q.size > 0;
    for (const p of parts) p.classList.toggle("off", some && !p.querySelector(".row:not(.off)"));
    for (const c of all(".causes")) c.classList.toggle("off", some);
    id("none").hidden = n > 0 || !some;
    count.textContent = some ? `${n} of ${rows.length}` : `${rows.length}`;
  };
  const remember = () => {
    const q = state().toString();
    history.replaceState(null, "", q ? "#" + q : location.pathname + location.search);
  };
  const changed = () => { apply(); remember(); };

  // A fragment is the name of a place on the page, or else filters.
  const follow = () => {
    let name = location.hash.slice(1);
    try { name = decodeURIComponent(name); } catch { /* not encoded: it stands as it is */ }
    const at = id(name);
    if (!at) {
      restore(new URLSearchParams(location.hash.slice(1)));
      apply();
      if (state().size > 0) form.scrollIntoView();
      return;
    }
    if (at.closest(".off")) { restore(new URLSearchParams()); apply(); }
    if (at.matches(".row")) {
      at.open = true;
      at.querySelector("summary").focus({ preventScroll: true });
    }
    at.scrollIntoView();
  };

  const copy = async (fix, b) => {
    const say = (s) => { b.textContent = s; setTimeout(() => { b.textContent = "Copy"; }, 2000); };
    try {
      await navigator.clipboard.writeText(fix.textContent);
      say("Copied");
    } catch {
      getSelection().selectAllChildren(fix);
      say(document.execCommand("copy") ? "Copied" : "Selected: press Ctrl+C");
    }
  };
  for (const fix of all(".fix")) {
    const b = button("Copy", () => copy(fix, b));
    b.setAttribute("aria-live", "polite");
    b.title = "Copy how to fix it";
    fix.after(b);
  }

  // The numbers of the tables lead to what they count.
  for (const table of all(".score")) {
    const columns = all("thead th", table).map((th) => th.dataset.s), { p, k } = table.dataset;
    for (const tr of all("tbody tr", table)) {
      [...tr.cells].forEach((cell, i) => {
        if (!columns[i] || !/^\d+$/.test(cell.textContent)) return;
        const q = new URLSearchParams({ status: columns[i], [k]: k === "section" ? p + "/" + tr.dataset.i : tr.dataset.i });
        if (form.elements.profile && k !== "section") q.set("profile", p);
        const a = document.createElement("a");
        a.href = "#" + q;
        a.textContent = cell.textContent;
        a.setAttribute("aria-label", `${a.textContent} ${columns[i].replace("_", " ")}: ${tr.cells[0].textContent}`);
        cell.replaceChildren(a);
      });
    }
  }

  document.querySelector("header").append(button("Light / dark", () => {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches, root = document.documentElement.classList;
    const now = root.contains("dark") || (dark && !root.contains("light"));
    root.toggle("dark", !now);
    root.toggle("light", now);
  }));
  openAll.addEventListener("click", () => {
    const open = openAll.getAttribute("aria-pressed") !== "true";
    for (const row of rows) if (!row.classList.contains("off")) row.open = open;
    openAll.setAttribute("aria-pressed", open);
  });
  addEventListener("beforeprint", () => {
    before = all("details:not([open])");
    for (const d of before) d.open = true;
  });
  addEventListener("afterprint", () => { for (const d of before) d.open = false; });
  addEventListener("keydown", (e) => {
    if (e.key !== "/" || e.ctrlKey || e.metaKey || e.altKey || e.target.matches("input, select, textarea")) return;
    e.preventDefault();
    form.elements.q.focus();
  });
  form.addEventListener("input", changed);
  form.addEventListener("submit", (e) => e.preventDefault());
  form.addEventListener("reset", () => setTimeout(changed));
  addEventListener("hashchange", follow);
  form.hidden = false;
  apply();
  // Once the browser has done with the fragment, which takes the focus away.
  if (location.hash) addEventListener("load", follow);
})();
