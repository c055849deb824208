(function () {
  // The table below does the same without this script. Days are counted in UTC, so that no
  // change of clocks can move one.
  var data = JSON.parse(document.getElementById('data-tenggat').textContent);
  var form = document.querySelector('.hitung'), input = form.querySelector('input'), out = document.getElementById('hasil');
  var lang = out.dataset.bahasa, day = 864e5;
  form.hidden = false;
  form.addEventListener('submit', function (e) { e.preventDefault(); show(); });
  function write(t, o) { return new Intl.DateTimeFormat(lang, Object.assign({ timeZone: 'UTC' }, o)).format(t); }
  function iso(t) { return new Date(t).toISOString().slice(0, 10); }
  function after(t, n) {
    var skipped = [], provisional = false;
    while (n > 0) {
      t += day;
      var d = new Date(t), w = d.getUTCDay();
      if (data.tahun.indexOf(d.getUTCFullYear()) < 0) provisional = true;
      if (data.libur[iso(t)]) skipped.push(write(t, { day: 'numeric', month: 'short' }) + ' (' + data.libur[iso(t)] + ')');
      else if (w > 0 && w < 6) n--;
      else skipped.push(write(t, { weekday: 'short', day: 'numeric', month: 'short' }));
    }
    return { day: t, skipped: skipped, provisional: provisional };
  }
  function show() {
    out.textContent = '';
    var from = Date.parse(input.value + 'T00:00:00Z'), longest;
    if (isNaN(from)) return;
    data.tenggat.forEach(function (limit) {
      var due = after(from, limit.hari), p = document.createElement('p'), b = document.createElement('b');
      p.textContent = limit.apa;
      b.textContent = write(due.day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }) + (due.provisional ? ' (' + out.dataset.sementara + ')' : '');
      p.appendChild(b);
      out.appendChild(p);
      if (!longest || due.day > longest.day) longest = due;
    });
    var small = document.createElement('small');
    small.textContent = out.dataset.lewat + ': ' + longest.skipped.join('; ');
    out.appendChild(small);
  }
  input.addEventListener('input', show);
  show();
})();
