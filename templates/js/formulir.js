(function () {
  // Without this script the form is filled in and printed. Nothing is sent by the page:
  // the visitor's own program opens with the text. What is marked as private never
  // becomes part of it.
  var form = document.querySelector('.formulir'), tell = document.getElementById('kabar');
  form.querySelector('.kirim').hidden = false;
  form.querySelector('textarea').value = new URLSearchParams(location.search).get('cari') || '';
  form.addEventListener('submit', function (e) { e.preventDefault(); print(); });
  function text() {
    var lines = [form.dataset.judul, ''];
    form.querySelectorAll('fieldset:not(.petugas) > .isian').forEach(function (f) {
      var label = f.querySelector('legend, label').textContent, value, input = f.querySelector('input[type=text], textarea');
      if (input) {
        if ('rahasia' in input.dataset) return;
        value = input.value.trim();
      } else {
        value = Array.from(f.querySelectorAll('input:checked'), function (i) { return i.value; }).join(', ');
      }
      if (value) lines.push(label + ': ' + value);
    });
    return lines.join('\n');
  }
  function on(id, event, f) { var e = document.getElementById(id); if (e) e.addEventListener(event, f); }
  on('ke-surel', 'click', function () {
    this.href = form.dataset.surel + '?subject=' + encodeURIComponent(form.dataset.judul) + '&body=' + encodeURIComponent(text());
  });
  on('ke-wa', 'click', function () { this.href = form.dataset.wa + '?text=' + encodeURIComponent(text()); });
  on('salin', 'click', function () {
    navigator.clipboard.writeText(text()).then(function () { tell.textContent = tell.dataset.disalin; });
  });
})();
