// What work may do to pay, benefit and allowances: reckoned here, sent nowhere, kept nowhere.
(() => {
  'use strict';

  const form = document.getElementById('vragen');
  const outcome = document.getElementById('uitkomst');
  const language = document.documentElement.lang;
  const euros = new Intl.NumberFormat(language === 'en' ? 'en-NL' : 'nl-NL', {
    style: 'currency',
    currency: 'EUR',
    maximumFractionDigits: 0,
  });

  const PAUSE = 1000;
  let reading;

  /** The numbers of the table on the page: what is shown is what is reckoned with. */
  const rules = {};
  for (const row of document.querySelectorAll('[data-rule]')) {
    rules[row.dataset.rule] = [Number(row.dataset.low), Number(row.dataset.high)];
  }
  const part = (name) => rules[name].map((percent) => percent / 100);

  const number = (name) => {
    let typed = form.elements[name].value.replace(/\s|€/g, '');
    if (language !== 'en') {
      // a point before three figures stands for thousands
      typed = /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(typed) ? typed.replaceAll('.', '') : typed;
      typed = typed.replace(',', '.');
    }
    return /^\d+(\.\d+)?$/.test(typed) ? Number(typed) : NaN;
  };
  const chosen = (name) => form.elements[name].checked;

  /** From pay and what somebody lives on now: per line at least and at most, in euros a month. */
  function reckon(pay, living, allowances) {
    const [, tax] = part(living === 'loon' ? 'tax-besides' : 'tax');
    let benefit = [0, 0];
    let more = [pay, pay];
    let left = [pay * (1 - tax), pay];
    if (living === 'bijstand') {
      const kept = [0, Math.min(pay * part('assistance')[1], rules['assistance-most'][1])];
      benefit = [pay * (1 - tax) - Math.min(kept[1], pay * (1 - tax)), pay];
      more = kept;
      left = kept;
    } else if (living === 'uwv') {
      const kept = part('insurance').map((share) => share * pay);
      benefit = [pay - kept[1], pay - kept[0]];
      more = kept;
      left = [kept[0] * (1 - tax), kept[1]];
    }
    const taxes = [0, (living === 'bijstand' ? pay : more[1]) * tax];
    const less = allowances.reduce((sum, name) => sum + part(name)[1], 0) * more[1];
    return { pay: [pay, pay], taxes, benefit, allowances: [0, less], left: [left[0] - less, left[1]] };
  }

  function range([low, high]) {
    if (low === high) {
      return euros.format(Math.round(low));
    }
    const from = euros.format(Math.floor(low));
    const to = euros.format(Math.ceil(high));
    return from === to ? from : `${from} ${outcome.dataset.to} ${to}`;
  }

  function show(lines, words) {
    const list = outcome.querySelector('dl');
    list.replaceChildren();
    for (const [name, amount] of Object.entries(lines)) {
      const term = document.createElement('dt');
      const sum = document.createElement('dd');
      term.textContent = outcome.dataset[name];
      sum.textContent = range(amount);
      sum.id = `uitkomst-${name}`;
      list.append(term, sum);
    }
    const told = words.map((word) => outcome.dataset[word]).join(' ');
    outcome.querySelector('p').textContent = told;
    // read aloud once somebody stops typing
    clearTimeout(reading);
    reading = setTimeout(() => {
      const left = lines.left ? `${outcome.dataset.left}: ${range(lines.left)}. ` : '';
      outcome.querySelector('[role=status]').textContent = left + told;
    }, PAUSE);
  }

  function volunteer() {
    const paid = number('vergoeding');
    const most = rules['volunteer-month'][1];
    if (Number.isNaN(paid)) {
      show({}, ['fill']);
    } else if (paid > most) {
      show({}, ['volunteertoomuch']);
    } else {
      show({ left: [paid, paid] }, paid * 12 > rules['volunteer-year'][1] ? ['volunteeryear'] : ['volunteerfree']);
    }
  }

  function work() {
    const pay = number('uren') * rules.weeks[1] * number('loon');
    const living = form.elements.inkomen.value;
    const onBenefit = living === 'bijstand' || living === 'uwv';
    if (Number.isNaN(pay) || pay === 0) {
      show({}, ['fill']);
    } else if (onBenefit && pay > rules['benefit-limit'][1]) {
      show({ pay: [pay, pay] }, ['benefitstops']);
    } else {
      const lines = reckon(
        pay,
        living,
        ['care-allowance', 'child-budget', 'rent-allowance'].filter((name) => chosen(name)),
      );
      const words = [lines.left[0] < 0 ? 'maybeless' : 'estimate'];
      if (onBenefit) {
        words.push(living === 'bijstand' ? 'reportassistance' : 'reportinsurance');
      }
      show(lines, words);
    }
  }

  function update() {
    const paid = form.elements.soort.value === 'loon';
    document.getElementById('bij-loon').hidden = !paid;
    document.getElementById('bij-vergoeding').hidden = paid;
    outcome.hidden = false;
    (paid ? work : volunteer)();
  }

  form.hidden = false;
  form.addEventListener('submit', (submitted) => submitted.preventDefault());
  form.addEventListener('input', update);
  form.addEventListener('change', update);
  // hours and pay of a job come behind the #: that part of an address is never sent
  const job = new URLSearchParams(location.hash.slice(1));
  for (const name of ['uren', 'loon']) {
    if (/^\d+([.,]\d+)?$/.test(job.get(name) ?? '')) {
      form.elements[name].value = job.get(name);
    }
  }
  update();
})();
