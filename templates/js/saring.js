(function () {
  // The rows of this page are narrowed at once. After the first key those of the list's
  // other pages are fetched too, a few pages at most: for more there is the search page.
  var form = document.querySelector('.saring'), list = document.querySelector('[data-baris]');
  if (!form || !list) return;
  var input = form.querySelector('input'), status = form.querySelector('[role=status]'), others = [], asked = false;
  var rows = Array.from(list.querySelectorAll(list.dataset.baris));
  function show() {
    var words = input.value.toLowerCase().split(/\s+/).filter(Boolean), n = 0;
    rows.concat(others).forEach(function (row) {
      var text = row.textContent.toLowerCase();
      row.hidden = !words.every(function (w) { return text.indexOf(w) >= 0; });
      if (!words.length && others.indexOf(row) >= 0) row.hidden = true;
      if (!row.hidden) n++;
    });
    list.querySelectorAll('.kelompok').forEach(function (g) { g.hidden = words.length > 0; });
    status.textContent = !words.length ? '' : n ? status.dataset.dari.replace('%s', n) : status.dataset.kosong;
    var url = new URL(location);
    if (words.length) url.searchParams.set('s', input.value); else url.searchParams.delete('s');
    try { history.replaceState(null, '', url); } catch (e) { /* a page opened from a folder */ }
  }
  function more(next, left) {
    if (!next || !left) return;
    fetch(next.getAttribute('href')).then(function (r) { return r.text(); }).then(function (html) {
      var page = new DOMParser().parseFromString(html, 'text/html');
      page.querySelectorAll('[data-baris] > li').forEach(function (row) {
        others.push(list.appendChild(row));
      });
      show();
      more(page.querySelector('a[rel=next]'), left - 1);
    }).catch(function () { /* this page's rows are narrowed all the same */ });
  }
  input.addEventListener('input', function () {
    if (!asked) more(document.querySelector('a[rel=next]'), 12);
    asked = true;
    show();
  });
  input.addEventListener('keydown', function (e) {
    if (e.key === 'Escape') { input.value = ''; show(); }
  });
  form.addEventListener('submit', function (e) { e.preventDefault(); show(); });
  input.value = new URLSearchParams(location.search).get('s') || '';
  if (input.value) input.dispatchEvent(new Event('input'));
})()
