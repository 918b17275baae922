// A plan with the own circle: locked in this browser before it is sent. Link and phrase never leave it.
(() => {
  'use strict';

  const PLACE = '/openbaar/eigen-plan/kamer';
  /** OWASP asks for 600,000 or more with SHA-256. */
  const ROUNDS = 600_000;
  /** A locked text is as long as the next whole block, so that its length tells little. */
  const BLOCK = 4096;
  const MOST_BYTES = 70_000;
  const PHRASE_WORDS = 5;
  /** 512 of them, so that each word of a phrase adds 9 bits. */
  const WORDS = `
    aap aardbei acht actie adem adres afwas agenda album alles amandel ananas anker appel april arend arm arts
    atlas auto azijn baan baard bad bagage bakker balie balkon banaan band bank batterij bed beek been beer beker
    bel berg beton beuk beurs bezem bezoek bij bijl biljet bloem blok blouse boek boer bon boog boom boon boot
    bord boter bouw brand brief bril broek broer brood brug buik buis bureau buur bus cactus cadeau cake camera
    caravan cement centrum cijfer cirkel citroen code contact dak dal dame dans deken deur dier dijk ding dochter
    doek dolfijn donker doos dorp douche draad draak drie droom drop druif duif duim duin dweil eend egel eik
    eiland einde emmer engel enkel erwt ezel fabriek familie feest fiets film fles foto fruit gaas gang garage
    gebouw geel geit geluk gemak geur gezin gids gieter giraf gitaar glas goud graan gras groen groep groente
    grond grot haak haan haas half hal hamer hand hark hart haven hek held helm hemd hemel herfst herder hert
    heuvel hoed hoek hond honing hoofd hooi hoorn hotel huis hulp hut idee ijs insect jaar jager jam januari jas
    jeugd jong juli juni jurk kaars kaart kaas kabel kachel kalf kam kano kans kant kapper kar kast kat kelder
    kern ketel kers kin kind kip kist klas klok knie koe koek koffer koffie kok kolom komeet koning konijn kool
    koor kop koren korst kraan krant krat kreeft kring kroon kruid kuiken kunst kus kussen kust laan laars lach
    ladder lade lamp lang leeuw leer lente lepel les letter licht lied lijm lijn lijst linde lip lucht lus maag
    maan maand maat maart mand mantel mast meer meeuw mei melk mens merel mes meter meubel middag mier minuut
    model moeder molen mond morgen mos motor mouw mug munt muis muts muur muziek naald nacht nagel natuur neef
    negen nek nest net neus nicht nier noot noord november oever olie olifant olm oma onder ontbijt oog oogst oom
    oor oost oven orgel orkest otter paal paard paars pad pak paleis palm pan panda papier paprika park parel pauw
    pauze peer pen pet peper piano pijl pijp plank plant plein ploeg poes pomp pont poort pop pot prijs prins
    pruim punt raaf raam radio radijs reiger regen ridder riem riet rijst ring rivier robot rok rood rook room
    roos rots rug ruimte rups rust schaap schaar schaduw schaats schat schelp schip schoen schuur sjaal slak slang
    sleutel sloot snoep sneeuw soep sok specht spel spiegel spin sport stad stal stam ster stoel stoep storm
    straat strand struik suiker taal taart tak tand tang tapijt tas taxi team teen tegel thee tien tijger toren
    touw trap trein trommel tuin tulp uil uur vader valk vat veer veld verf vier vijf vijver vinger viool vis vlag
    vlam vlieg vloer vlot voet vogel vonk vork vos vriend vuur waaier wagen wand wang water web week weide wereld
    west wiel wilg wind winkel winter wit wol wolf wolk wortel zaad zaag zaal zak zalm zand zebra zee zeep zeil
    zeven zilver zomer zon zout zuid zus zwaan zwaluw zwart
  `.trim().split(/\s+/);

  const $ = (id) => document.getElementById(id);
  const page = $('inhoud');
  const told = $('melding');
  const plan = $('plan');
  const promises = $('afspraken');
  const sheet = $('blad');
  const texts = ['good', 'needed', 'inTheWay', 'outcome'];

  let room; // its number and the secret of the link
  let keys; // what link and phrase give together
  let revision = 0;
  let saved = '';
  let theirs;
  let phrase;
  let outcomeGoes = true; // on the sheet
  const taken = new WeakSet(); // the promises that go on it

  // a browser scrolls a large field no further than its first line
  page.addEventListener('focusin', (event) =>
    requestAnimationFrame(() => event.target.scrollIntoView({ block: 'nearest' })));

  const tell = (word) => {
    told.textContent = word ? page.dataset[word] : '';
  };
  const show = (id) => {
    for (const part of ['begin', 'nieuw', 'deur', 'kamer']) {
      $(part).hidden = part !== id;
    }
    $(id).querySelector('h2').focus();
  };

  // ---- letters and bytes

  const bytes = (text) => new TextEncoder().encode(text);
  const letters = (raw) =>
    btoa(Array.from(new Uint8Array(raw), (one) => String.fromCharCode(one)).join(''))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '');
  const raw = (text) =>
    Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
  const random = (size) => crypto.getRandomValues(new Uint8Array(size));

  // ---- link and phrase

  const drawRoom = () => ({ number: letters(random(16)), secret: letters(random(16)) });
  const drawPhrase = () =>
    Array.from(crypto.getRandomValues(new Uint16Array(PHRASE_WORDS)), (one) => WORDS[one % WORDS.length]).join(' ');
  const asTyped = (text) => (text.toLowerCase().match(/[a-z]+/g) ?? []).join(' ');
  const hash = () => `#kamer=${room.number}.${room.secret}`;
  const roomOf = (link) => {
    const found = /^#kamer=([\w-]{22})\.([\w-]{22})$/.exec(link);
    return found && { number: found[1], secret: found[2] };
  };

  /** The phrase is stretched with the secret of the link as salt; of that come a key for the text and another for the door. */
  async function derive(typed) {
    if (!typed) {
      throw new Error('no words');
    }
    const typedKey = await crypto.subtle.importKey('raw', bytes(typed), 'PBKDF2', false, ['deriveBits']);
    const stretched = await crypto.subtle.deriveBits(
      { name: 'PBKDF2', hash: 'SHA-256', salt: new Uint8Array([...raw(room.number), ...raw(room.secret)]), iterations: ROUNDS },
      typedKey,
      256,
    );
    const source = await crypto.subtle.importKey('raw', stretched, 'HKDF', false, ['deriveKey', 'deriveBits']);
    const of = (what) => ({
      name: 'HKDF',
      hash: 'SHA-256',
      salt: new Uint8Array(0),
      info: bytes(`buurtbundel eigen plan ${what}`),
    });
    return {
      text: await crypto.subtle.deriveKey(of('tekst'), source, { name: 'AES-GCM', length: 256 }, false, [
        'encrypt',
        'decrypt',
      ]),
      door: letters(await crypto.subtle.deriveBits(of('deur'), source, 256)),
    };
  }

  // ---- locking and unlocking

  /** A text fits its room and its revision only. */
  const lockedFor = (nonce, number) => ({
    name: 'AES-GCM',
    iv: nonce,
    additionalData: bytes(`${room.number} ${number}`),
  });

  async function lock(text, number) {
    const plain = bytes(text);
    const padded = new Uint8Array(Math.ceil(plain.length / BLOCK) * BLOCK).fill(32);
    padded.set(plain);
    const nonce = random(12);
    const content = await crypto.subtle.encrypt(lockedFor(nonce, number), keys.text, padded);
    return { revision: number, nonce: letters(nonce), content: letters(content) };
  }

  async function unlock(locked) {
    const opened = lockedFor(raw(locked.nonce), locked.revision);
    return new TextDecoder().decode(await crypto.subtle.decrypt(opened, keys.text, raw(locked.content))).trim();
  }

  const ask = (deed, more) =>
    fetch(PLACE, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      credentials: 'omit',
      cache: 'no-store',
      body: JSON.stringify({ do: deed, room: room.number, door: keys.door, ...more }),
    });

  // ---- the plan on the page

  const rows = () => [...promises.children];
  const part = (row, name) => row.querySelector(`[name=${name}]`);
  const promiseIn = (row) => ({
    who: part(row, 'who').value,
    what: part(row, 'what').value.trim(),
    when: part(row, 'when').value.trim(),
  });
  const read = () => ({
    ...Object.fromEntries(texts.map((name) => [name, $(name).value.trim()])),
    promises: rows().map(promiseIn),
  });
  const written = () => JSON.stringify(read());
  const isChanged = () => !$('kamer').hidden && written() !== saved;

  function number() {
    rows().forEach((row, at) => {
      row.querySelector('legend').textContent = `${page.dataset.promise} ${at + 1}`;
      const remove = row.querySelector('button');
      remove.ariaLabel = `${remove.textContent} (${page.dataset.promise} ${at + 1})`;
    });
    offer();
  }

  function addPromise(given) {
    const row = $('afspraak').content.firstElementChild.cloneNode(true);
    for (const name of given ? ['who', 'what', 'when'] : []) {
      part(row, name).value = given[name];
    }
    row.querySelector('button').addEventListener('click', () => {
      row.remove();
      number();
      $('afspraak-erbij').focus();
    });
    promises.append(row);
    number();
    return row;
  }

  function fill(text) {
    const given = JSON.parse(text);
    for (const name of texts) {
      $(name).value = given[name] ?? '';
    }
    promises.replaceChildren();
    (given.promises ?? []).forEach(addPromise);
    saved = written();
    offer();
  }

  // ---- handing over

  const nameOf = (row) => part(row, 'who').selectedOptions[0].textContent.trim();
  const sentence = ({ what, when }) => (when ? `${what} (${page.dataset.by} ${when})` : what);

  /** What can be handed over; a promise only when it was chosen. */
  function offer() {
    const choices = $('kies');
    choices.querySelectorAll('label').forEach((label) => label.remove());
    const choose = (words, checked, changed) => {
      const label = document.createElement('label');
      const box = document.createElement('input');
      label.className = 'bb-choice';
      box.type = 'checkbox';
      box.checked = checked;
      box.addEventListener('change', () => {
        changed(box.checked);
        writeSheet();
      });
      label.append(box, ` ${words}`);
      choices.append(label);
    };
    choose(labelOf('outcome'), outcomeGoes, (on) => {
      outcomeGoes = on;
    });
    for (const row of rows().filter((one) => promiseIn(one).what)) {
      choose(`${nameOf(row)}: ${promiseIn(row).what}`, taken.has(row), (on) =>
        on ? taken.add(row) : taken.delete(row),
      );
    }
    writeSheet();
  }

  function writeSheet() {
    const chosen = rows().filter((row) => taken.has(row) && promiseIn(row).what);
    const asked = chosen.filter((row) => part(row, 'who').value === 'municipality');
    const ours = chosen.filter((row) => !asked.includes(row));
    const parts = outcomeGoes ? [$('outcome').value.trim()] : [];
    if (ours.length) {
      parts.push([page.dataset.promises, ...ours.map((row) => `- ${nameOf(row)}: ${sentence(promiseIn(row))}`)].join('\n'));
    }
    if (asked.length) {
      parts.push([page.dataset.asked, ...asked.map((row) => `- ${sentence(promiseIn(row))}`)].join('\n'));
    }
    sheet.value = parts.filter(Boolean).join('\n\n');
    for (const id of ['kopieer', 'bewaar-blad', 'druk-af']) {
      $(id).disabled = !sheet.value;
    }
  }

  const labelOf = (name) => plan.querySelector(`label[for=${name}]`).textContent;

  /** All of a plan as it reads. */
  function inWords(given) {
    const whole = texts.map((name) => `${labelOf(name)}\n${given[name] ?? ''}`);
    whole.push(...(given.promises ?? []).map((one) => `- ${[one.who, one.what, one.when].filter(Boolean).join(': ')}`));
    return whole.join('\n\n');
  }

  // ---- saving

  async function save() {
    const text = written();
    if (bytes(text).length > MOST_BYTES) {
      tell('toolong');
      return false;
    }
    tell('saving');
    const answer = await ask('write', await lock(text, revision + 1));
    if (answer.status === 409) {
      const locked = await answer.json();
      theirs = { revision: locked.revision, text: await unlock(locked) };
      $('van-ander').textContent = inWords(JSON.parse(theirs.text));
      $('botsing').hidden = false;
      tell('other');
      $('botsing').querySelector('h2').focus();
      return false;
    }
    if (!answer.ok) {
      tell(answer.status === 404 ? 'gone' : 'notsaved');
      return false;
    }
    revision += 1;
    saved = text;
    tell('saved');
    return true;
  }

  const when = (target, event, deed) =>
    target.addEventListener(event, async (happened) => {
      happened.preventDefault();
      try {
        await deed();
      } catch {
        tell('failed');
      }
    });

  const settle = () => {
    $('botsing').hidden = true;
    told.focus();
  };

  /** Goes on with what was saved. */
  function takeOver() {
    revision = theirs.revision;
    fill(theirs.text);
    tell('');
    settle();
  }

  // ---- what people do

  /** Both at once: a room that was stored while its answer got lost opens to its first words only. */
  const drawBoth = () => {
    room = drawRoom();
    phrase = drawPhrase();
    $('woorden').textContent = phrase;
    $('koppeling').textContent = `${location.origin}${location.pathname}${hash()}`;
  };

  when($('maak'), 'click', () => {
    drawBoth();
    show('nieuw');
  });
  when($('andere'), 'click', drawBoth);
  when($('naar-binnen'), 'click', async () => {
    if (!$('genoteerd').checked) {
      tell('tick');
      $('genoteerd').focus();
      return;
    }
    tell('busy');
    keys = await derive(phrase);
    revision = 0;
    theirs = undefined;
    fill('{}');
    // until the room is there the words stay: a second press must lock it with the same
    const stored = await save();
    // it was there already and these words open it: only its answer got lost
    if (!stored && theirs) {
      takeOver();
    }
    if (stored || theirs) {
      phrase = undefined;
      history.replaceState(null, '', hash());
      keepLink();
      $('woorden').textContent = '';
      show('kamer');
    }
  });
  when($('deur'), 'submit', async () => {
    const typed = asTyped($('zin').value);
    if (!typed) {
      tell('words');
      $('zin').focus();
      return;
    }
    tell('busy');
    keys = await derive(typed);
    const answer = await ask('read');
    if (answer.status === 404) {
      tell('wrong');
      $('zin').focus();
      return;
    }
    if (!answer.ok) {
      tell('failed');
      return;
    }
    const locked = await answer.json();
    fill(await unlock(locked));
    revision = locked.revision;
    $('zin').value = '';
    tell('');
    show('kamer');
  });
  when(plan, 'submit', save);
  plan.addEventListener('input', () => {
    tell('');
    offer();
  });
  when($('afspraak-erbij'), 'click', () => {
    part(addPromise(), 'who').focus();
  });
  when($('mijne'), 'click', async () => {
    revision = theirs.revision;
    if (await save()) {
      settle();
    }
  });
  when($('andere-tekst'), 'click', () => {
    takeOver();
    plan.querySelector('h2').focus();
  });
  when($('kopieer'), 'click', async () => {
    sheet.select();
    await navigator.clipboard.writeText(sheet.value);
    tell('copied');
  });
  when($('bewaar-blad'), 'click', () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([sheet.value], { type: 'text/plain;charset=utf-8' }));
    link.download = 'eigen-plan.txt';
    link.click();
    URL.revokeObjectURL(link.href);
  });
  when($('druk-af'), 'click', () => {
    $('papier').textContent = sheet.value;
    window.print();
  });
  when($('gooi-weg'), 'click', async () => {
    const answer = await ask('remove');
    if (!answer.ok && answer.status !== 404) {
      tell('failed');
      return;
    }
    fill('{}');
    keys = undefined;
    history.replaceState(null, '', location.pathname + location.search);
    keepLink();
    $('leeg').open = false;
    show('begin');
    tell('gone');
  });

  /** The other language is the same room. */
  function keepLink() {
    for (const other of document.querySelectorAll('header a[lang]')) {
      other.hash = location.hash;
    }
  }

  addEventListener('beforeunload', (leaving) => {
    if (isChanged()) {
      leaving.preventDefault();
    }
  });
  addEventListener('hashchange', () => location.reload());
  // nothing comes back by the button “back”
  addEventListener('pageshow', (shown) => shown.persisted && location.reload());

  if (!globalThis.crypto?.subtle) {
    $('kan-niet').hidden = false;
    return;
  }
  room = roomOf(location.hash);
  keepLink();
  if (room) {
    $('deur').hidden = false;
  } else {
    $('begin').hidden = false;
    tell(location.hash.startsWith('#kamer') ? 'broken' : '');
  }
})();
