(function () {
  // The rows of this page are narrowed at once. After the first key those of the list's
  // other pages are fetched too, a few pages at most: for more there is the search page.
  var form = document.querySelector('.saring'), list = document.querySelector('[data-baris]');
  if (!form || !list) return;
  var input = form.querySelector('input'), status = form.querySelector('[role=status]'), rows = [], asked = false, later;
  function add(row, here) { rows.push({ row: row, text: row.textContent.toLowerCase(), here: here, shown: here }); }
  list.querySelectorAll(list.dataset.baris).forEach(function (row) { add(row, true); });
  function show() {
    var words = input.value.toLowerCase().split(/\s+/).filter(Boolean), n = 0;
    rows.forEach(function (r) {
      var shown = words.length ? words.every(function (w) { return r.text.indexOf(w) >= 0; }) : r.here;
      if (shown) n++;
      if (shown !== r.shown) r.row.hidden = !(r.shown = shown);
    });
    list.querySelectorAll('.kelompok').forEach(function (g) { g.hidden = words.length > 0; });
    status.textContent = !words.length ? '' : n ? status.dataset.dari.replace('%s', n) : status.dataset.kosong;
    clearTimeout(later);
    later = setTimeout(remember, 300);
  }
  // Changing the address is slow on phones, so it waits until the typing pauses.
  function remember() {
    var url = new URL(location);
    if (input.value.trim()) url.searchParams.set('s', input.value); else url.searchParams.delete('s');
    try { history.replaceState(null, '', url); } catch (e) { /* a page opened from a folder */ }
  }
  function more(next, left) {
    if (!next || !left) return;
    fetch(next.getAttribute('href')).then(function (r) { return r.text(); }).then(function (html) {
      var page = new DOMParser().parseFromString(html, 'text/html');
      page.querySelectorAll('[data-baris] > li').forEach(function (row) {
        row.hidden = true;
        add(list.appendChild(row), false);
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
