(function () {
  // Searches the index that the generator wrote beside this page, with the rules of its
  // package search: what that finds, this finds, in the same order. A file is fetched once,
  // when it is needed. Without a stemmer for the words that occur: the index knows their
  // lemma; candidates() is for those that do not.
  var q = document.getElementById('q'), status = document.getElementById('hasil'), list = document.querySelector('.temuan');
  var choices = document.querySelector('.pilihan'), index = document.querySelector('.indeks'), words = list.dataset;
  var files = {}, root, now = 0, shown = 10;
  var columns = ['jenis', 'golongan', 'unit', 'tahun'];
  var local = location.protocol === 'file:'; // a copy in a folder: the files are scripts there

  function take(name) {
    var path = (name === 'indeks' ? '' : 'isi/') + name;
    if (!local) return fetch(path + '.txt').then(function (r) {
      if (!r.ok) throw new Error(name);
      return r.text();
    });
    return new Promise(function (done, fail) {
      var s = document.createElement('script');
      s.src = path + '.js';
      s.onerror = fail;
      window.maklumatBerkas = window.maklumatBerkas || function (name, text) { window.maklumatBerkas[name] = text; };
      s.onload = function () { done(window.maklumatBerkas[name]); };
      document.head.appendChild(s);
    });
  }
  function load(name) {
    if (!files[name]) {
      files[name] = take(name).then(function (text) {
        if (text.slice(-3) !== '\n.\n') throw new Error(name); // cut short
        return text.slice(0, -3).split('\n');
      });
      files[name].catch(function () { delete files[name]; });
    }
    return files[name];
  }
  // A sort of files, or lists of them when there are many: its number and the files, each
  // with the first key in it.
  function directory(sort, fields) {
    return { number: +fields[0], lists: sort.slice(-1) === '+', shards: shards(fields.slice(1)) };
  }
  function shards(names) {
    return names.map(function (f) {
      var at = f.lastIndexOf(':');
      return { first: f.slice(0, Math.max(0, at)).replace(/_/g, ' '), name: f.slice(at + 1) };
    });
  }
  function listed(name) { return load(name).then(function (lines) { return shards(lines[0].split(' ')); }); }
  function start() {
    if (!root) root = load('indeks').then(function (lines) {
      var r = { segments: [], synonyms: [], columns: {}, stop: Object.create(null), spelling: Object.create(null) };
      lines.forEach(function (line, n) {
        var at = line.indexOf(' '), name = line.slice(0, at), rest = line.slice(at + 1), f = rest.split(' ').filter(Boolean);
        if (n === 0 && line !== 'maklumat-cari 2') throw new Error('indeks');
        if (name === 'dokumen') r.count = +rest;
        if (/^blok/.test(name)) r.blocks = directory(name, f);
        if (/^bentuk/.test(name)) r.forms = directory(name, f);
        if (/^istilah/.test(name)) r.segments.push(directory(name, f));
        if (name === 'sinonim') r.synonyms.push(rest.split('|').map(function (v) { return v.split(' '); }));
        if (name === 'saring') r.filter = rest;
        if (name === 'henti') f.forEach(function (w) { r.stop[w] = true; });
        if (name === 'ejaan') f.forEach(function (w) { var p = w.split('='); r.spelling[p[0]] = p[1]; });
        if (columns.indexOf(name) >= 0) r.columns[name] = rest.split('|');
      });
      return r;
    });
    root.catch(function () { root = null; });
    return root;
  }
  function holding(shards, key) {
    var found = null;
    shards.forEach(function (s) { if (s.first <= key) found = s; });
    return found;
  }
  // The lines of the file that holds a key, none if no file can.
  function shard(d, key) {
    var s = holding(d.shards, key);
    if (!s) return Promise.resolve([]);
    return d.lists ? listed(s.name).then(function (some) { return load(holding(some, key).name); }) : load(s.name);
  }
  function block(d, n) {
    return d.lists ? listed(d.shards[n >> 6].name).then(function (some) { return load(some[n & 63].name); }) : load(d.shards[n].name);
  }

  // Words of a text, as the generator divides them.
  function split(text) {
    var out = [];
    text = text.normalize('NFKC').toLowerCase().replace(/[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]/g, '').replace(/[áàâäéèêëíïóôöúüñç]/g, function (c) {
      return 'aaaaeeeeiiooouunc'['áàâäéèêëíïóôöúüñç'.indexOf(c)];
    });
    text = text.replace(/(\p{L})['’‘](?=\p{L})|ʼ/gu, '$1');
    var word = /[\p{L}\p{Nd}]/u, digit = /\p{Nd}/u, letter = /\p{L}/u, chars = Array.from(text);
    for (var i = 0; i < chars.length; i++) {
      if (!word.test(chars[i])) continue;
      var w = '', last = '', digits = false;
      for (; i < chars.length; i++) {
        var c = chars[i], next = chars[i + 1] || '';
        if (word.test(c)) { digits = digits || digit.test(c); } else if (!(c === '-' && letter.test(last) && letter.test(next)) &&
          !('/.-,'.indexOf(c) >= 0 && word.test(next) && (digit.test(last) || digit.test(next)) && (c === '/' || digits && digit.test(next))) &&
          !(c === '/' && digits && word.test(next))) break;
        w += last = c;
      }
      if (/^(rp|idr|usd)\d/.test(w)) { out.push(w.replace(/\d.*/, '')); w = w.replace(/^\D+/, ''); }
      out.push(w.slice(0, 40));
    }
    return out;
  }
  function vowel(c) { return !!c && 'aeiou'.indexOf(c) >= 0; }
  function withoutPrefix(w) {
    var out = [];
    function cut(prefix, instead) {
      if (w.indexOf(prefix) !== 0) return;
      var rest = w.slice(prefix.length);
      if (!instead) out.push(rest);
      else instead.forEach(function (first) { if (vowel(rest[0])) out.push(first + rest); });
    }
    ['di', 'ke', 'se', 'ber', 'bel', 'be', 'ter', 'te', 'per', 'pel', 'memper', 'diper'].forEach(function (p) { cut(p); });
    ['me', 'pe'].forEach(function (p) {
      cut(p + 'nge'); cut(p + 'ng'); cut(p + 'ng', ['k']); cut(p + 'ny', ['s', 'ny']); cut(p + 'm', ['p', 'm']); cut(p + 'm'); cut(p + 'n', ['t', 'n']); cut(p + 'n'); cut(p);
    });
    return out;
  }
  function candidates(word) {
    var out = [word], from = 0, n, i;
    function add(w) { if (w.length >= 3 && out.indexOf(w) < 0 && /[aeiou]/.test(w)) out.push(w); }
    var at = word.indexOf('-');
    if (at >= 0) {
      var a = word.slice(0, at), b = word.slice(at + 1), bare = b.replace(/an$/, '').replace(/nya$/, '');
      if (a === b || b.indexOf(a) === 0 || a.slice(a.length - bare.length) === bare) { add(a); add(b); }
    }
    [['lah', 'kah', 'tah', 'pun'], ['nya', 'ku', 'mu'], ['kan', 'an', 'i']].forEach(function (endings) {
      for (n = out.length, i = 0; i < n; i++) endings.forEach(function (s) { if (out[i].slice(-s.length) === s) add(out[i].slice(0, -s.length)); });
    });
    for (var round = 0; round < 3; round++) for (n = out.length; from < n; from++) withoutPrefix(out[from]).forEach(add);
    return out;
  }
  window.maklumatKandidat = candidates; // for the test that compares

  function form(r, word) {
    return shard(r.forms, word).then(function (lines) {
      for (var i = 0; i < lines.length; i++) {
        var f = lines[i].split('\t');
        if (f[0] === word) return f[1] || f[0];
      }
      return '';
    });
  }
  function lemma(r, word) {
    if (/[ 0-9]/.test(word)) return Promise.resolve(word);
    return candidates(r.spelling[word] || word).reduce(function (before, c) {
      return before.then(function (l) { return l || form(r, c); });
    }, Promise.resolve(''));
  }
  // The documents that have a lemma, in all segments, with their scores.
  function postings(r, lemma) {
    return Promise.all(r.segments.map(function (g) {
      return shard(g, lemma).then(function (lines) {
        for (var l = 0; l < lines.length; l++) {
          if (lines[l].lastIndexOf(lemma + '\t', 0) !== 0) continue;
          var f = lines[l].split('\t'), id = g.number - 1, at = 0, n = +f[1], ids = new Int32Array(n), scores = new Uint8Array(n);
          if (f.length !== 4 || f[3].length !== n) throw new Error(lemma);
          for (var i = 0; i < n; i++) {
            var delta = 0, shift = 0, c;
            do { c = f[2].charCodeAt(at++) - 40; delta |= (c & 31) << shift; shift += 5; } while (c > 31);
            ids[i] = id += delta + 1;
            scores[i] = f[3].charCodeAt(i) - 40;
          }
          return { ids: ids, scores: scores };
        }
        return { ids: [], scores: [] };
      });
    }));
  }
  function rarity(count, having) {
    var x = 1 + Math.floor(4 * count / Math.max(1, having)), b = 31 - Math.clz32(x);
    return 16 * b + ((x << 4) >> b) - 16;
  }
  function parse(r, query) {
    var out = { words: [], phrases: [] }, parts = query.slice(0, 300).split('"');
    parts.forEach(function (part, n) {
      var quoted = n % 2 === 1 && n < parts.length - 1, last = '';
      split(part).forEach(function (w) {
        if (out.words.length < 12) {
          out.words.push(w);
          if (quoted && last) out.phrases.push(last + ' ' + w);
        }
        last = w;
      });
    });
    var telling = out.words.filter(function (w) { return !r.stop[w]; });
    if (telling.length) out.words = telling;
    return out;
  }
  function clauses(r, words) {
    var groups = [], unknown = [];
    for (var i = 0; i < words.length;) {
      var group = [[words[i]]], used = 0;
      r.synonyms.forEach(function (g) {
        g.forEach(function (v) {
          if (v.length > used && v.join(' ') === words.slice(i, i + v.length).join(' ')) { group = g; used = v.length; }
        });
      });
      used = used || 1;
      groups.push({ group: group, said: words.slice(i, i + used).join(' ') });
      i += used;
    }
    return Promise.all(groups.map(function (g) {
      return Promise.all(g.group.map(function (variant) {
        return Promise.all(variant.filter(function (w) { return variant.length === 1 || !r.stop[w]; }).map(function (w) { return lemma(r, w); }));
      })).then(function (ways) { return ways.filter(function (way) { return way.every(Boolean); }); });
    })).then(function (all) {
      var out = [];
      all.forEach(function (ways, n) { if (ways.length) out.push(ways); else unknown.push(groups[n].said); });
      return { clauses: out, unknown: unknown };
    });
  }
  function find(r, query, filter) {
    var asked = parse(r, query);
    return clauses(r, asked.words).then(function (c) {
      var all = c.clauses.concat(asked.phrases.map(function (p) { return [[p]]; })), names = {};
      all.forEach(function (ways) { ways.forEach(function (way) { way.forEach(function (l) { names[l] = postings(r, l); }); }); });
      var keys = Object.keys(names), narrow = columns.some(function (n) { return filter[n]; });
      return Promise.all([Promise.all(keys.map(function (k) { return names[k]; })), narrow ? load(r.filter) : []]).then(function (got) {
        var lists = {}, score = new Float64Array(r.count), matched = new Uint8Array(r.count), top = 0, found = [];
        keys.forEach(function (k, i) { lists[k] = got[0][i]; });
        all.forEach(function (ways) {
          var best = new Int32Array(r.count), any = [];
          ways.forEach(function (way) {
            var sum = new Int32Array(r.count), have = new Uint8Array(r.count);
            way.forEach(function (l) {
              var rare = rarity(r.count, lists[l].reduce(function (n, part) { return n + part.ids.length; }, 0));
              lists[l].forEach(function (part) {
                for (var i = 0; i < part.ids.length; i++) {
                  var id = part.ids[i];
                  sum[id] += rare * part.scores[i];
                  if (++have[id] === way.length) {
                    if (!best[id]) any.push(id);
                    best[id] = Math.max(best[id], Math.floor(sum[id] / way.length));
                  }
                }
              });
            });
          });
          any.forEach(function (id) { matched[id]++; score[id] += best[id]; });
        });
        var kept = columns.map(function (n, i) { return filter[n] && keeper(r.columns[n], filter[n], got[1][i]); }).filter(Boolean);
        for (var id = 0; id < r.count; id++) {
          if (!matched[id] || matched[id] < top || !kept.every(function (keeps) { return keeps(id); })) continue;
          if (matched[id] > top) { top = matched[id]; found = []; }
          found.push(score[id] * r.count + id); // one number to sort by: of equals the newer first
        }
        found = Array.from(Float64Array.from(found).sort().reverse(), function (n) { return n % r.count; });
        return suggest(r, asked.words, c.unknown).then(function (instead) {
          return { found: found, partly: top > 0 && top < all.length + c.unknown.length, instead: instead, lemmas: keys };
        });
      });
    });
  }
  // Whether a document has a value of a kind: its letters say which, the lowest first.
  function keeper(values, value, column) {
    var want = '', n = values.indexOf(value), most = 1;
    do { want += String.fromCharCode(40 + n % 80); n = Math.floor(n / 80); most *= 80; } while (most < values.length);
    return function (id) { return column.substr(id * want.length, want.length) === want; };
  }
  function distance(a, b, limit) {
    if (Math.abs(a.length - b.length) >= limit) return limit;
    var before = [], row = [], i, j;
    for (j = 0; j <= b.length; j++) row[j] = j;
    for (i = 1; i <= a.length; i++) {
      var next = [i], least = i;
      for (j = 1; j <= b.length; j++) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
        least = Math.min(least, next[j]);
      }
      if (least >= limit) return limit;
      before = row; row = next;
    }
    return Math.min(row[b.length], limit);
  }
  function suggest(r, words, unknown) {
    if (!unknown.length) return Promise.resolve('');
    return Promise.all(words.map(function (w) {
      if (unknown.indexOf(w) < 0) return w;
      return shard(r.forms, w).then(function (lines) {
        var best = '', least = w.length < 5 ? 2 : 3;
        lines.forEach(function (line) {
          var f = line.split('\t'), d = f[1] === '' ? least : distance(w, f[0], least);
          if (d < least) { best = f[0]; least = d; }
        });
        return best;
      });
    })).then(function (out) {
      return out.some(function (w, i) { return w && w !== words[i]; }) ? out.filter(Boolean).join(' ') : '';
    });
  }

  function element(name, text, parent) {
    var e = document.createElement(name);
    if (text) e.textContent = text;
    if (parent) parent.appendChild(e);
    return e;
  }
  function marked(text, lemmas, parent) {
    text.split(/([\p{L}\p{Nd}][\p{L}\p{Nd}-]*)/u).forEach(function (part, n) {
      var hit = n % 2 && candidates(part.toLowerCase()).some(function (c) { return lemmas.indexOf(c) >= 0; });
      if (hit) element('mark', part, parent); else parent.appendChild(document.createTextNode(part));
    });
  }
  function show(r, got, query, turn) {
    var top = got.found.slice(0, shown), blocks = {};
    top.forEach(function (id) { var n = Math.floor(id / r.blocks.number); blocks[n] = block(r.blocks, n); });
    var names = Object.keys(blocks);
    return Promise.all(names.map(function (n) { return blocks[n]; })).then(function (lines) {
      if (turn !== now) return;
      list.textContent = '';
      top.forEach(function (id) {
        var f = lines[names.indexOf(String(Math.floor(id / r.blocks.number)))][id % r.blocks.number].split('\t'), li = element('li', '', list), a = element('a', '', li);
        a.href = '../' + f[0] + (local && f[0].slice(-1) === '/' ? 'index.html' : '');
        marked(f[1], got.lemmas, a);
        marked(f[2], got.lemmas, element('p', '', li));
        var p = element('p', '', li);
        p.className = 'ket';
        [f[3], f[4], f[5], f[6] ? new Intl.DateTimeFormat(document.documentElement.lang, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(f[6])) : ''].forEach(function (t) { if (t) { element('span', t, p); p.appendChild(document.createTextNode(' ')); } });
      });
      var text = (got.partly && got.found.length ? words.sebagian : got.found.length ? words.jumlah : words.kosong).replace('%s', got.found.length);
      status.textContent = text;
      if (got.instead) {
        status.appendChild(document.createTextNode(' ' + words.maksud + ' '));
        var a = element('a', got.instead, status);
        a.href = '?q=' + encodeURIComponent(got.instead);
      }
      if (!got.found.length && words.minta) {
        status.appendChild(document.createTextNode(' '));
        element('a', words.mintaTeks, status).href = words.minta + '?cari=' + encodeURIComponent(query);
      }
      more.hidden = got.found.length <= shown;
    });
  }
  var more = element('button', words.lagi);
  more.type = 'button';
  more.className = 'biasa tak-cetak';
  more.hidden = true;
  list.after(more);
  more.addEventListener('click', function () { shown += 20; run(); });

  // What is chosen: in the fields, or before there are any in the address.
  var asked = new URLSearchParams(location.search);
  function choice(name) {
    var s = choices.querySelector('[name=' + name + ']');
    return s ? s.value : choices.firstChild ? '' : asked.get(name) || '';
  }
  function filters(r) {
    if (choices.firstChild) return;
    columns.forEach(function (name) {
      var values = r.columns[name].filter(Boolean);
      if (values.length < 2) return;
      if (name === 'tahun') values.reverse();
      var label = element('label', words[name] + ' ', choices), select = element('select', '', label);
      select.name = name;
      element('option', words.semua, select).value = '';
      values.forEach(function (v) { element('option', v, select).value = v; });
      select.value = asked.get(name) || '';
      select.addEventListener('change', run);
    });
  }
  function run() {
    var query = q.value.trim(), turn = ++now, filter = {};
    index.hidden = choices.hidden = false;
    index.hidden = !!query;
    choices.hidden = !query;
    var url = new URL(location), params = new URLSearchParams();
    if (query) params.set('q', query);
    columns.forEach(function (n) { if (choice(n)) params.set(n, choice(n)); });
    url.search = params;
    try { history.replaceState(null, '', url); } catch (e) { /* a page opened from a folder */ }
    if (!query) { list.textContent = status.textContent = ''; more.hidden = true; return; }
    start().then(function (r) {
      filters(r);
      columns.forEach(function (n) { filter[n] = choice(n); });
      return find(r, query, filter).then(function (got) { if (turn === now) return show(r, got, query, turn); });
    }).catch(function () {
      if (turn !== now) return;
      list.textContent = '';
      more.hidden = true;
      index.hidden = false;
      status.textContent = words.rusak;
    });
  }
  var typing;
  q.addEventListener('focus', start);
  q.addEventListener('input', function () { clearTimeout(typing); shown = 10; typing = setTimeout(run, 250); });
  q.form.addEventListener('submit', function (e) { e.preventDefault(); clearTimeout(typing); shown = 10; run(); });
  q.value = asked.get('q') || '';
  if (q.value) run();
})()
