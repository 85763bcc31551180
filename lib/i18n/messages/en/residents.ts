export default {
  title: 'Renovation of old residential compounds in {unit}',
  titleNoUnit: 'Renovation of old residential compounds',
  about: 'What this address is for',
  aboutText:
    'The housing bureau of {unit} publishes here what residents are to know of the renovation of old urban residential compounds, takes objections to it, and shows owners how their vote is recorded.',
  aboutTextNoUnit:
    'Here is published what residents are to know of the renovation of old urban residential compounds, takes objections to it, and shows owners how their vote is recorded.',
  toNotices: 'See the notices',
  toReceipt: 'See how my vote is recorded',
  toComplaints: 'Complain or suggest',
  safe: 'Reading notices takes no account, and nobody asks you here for an ID or bank number or for money. Where somebody does, ignore it and tell your community.',
  ask: 'To learn about your own compound',
  askText: 'Whether it is to be renovated, what will be done, when the vote and the works are: ask, in this order,',
  askCommunity: 'the residents’ committee of your community',
  askTown: 'your subdistrict office or town government',
  askCounty: 'the housing department of your county, city or zone',
  units: 'Counties, cities and zones in charge',
  unitsText:
    '{count, plural, one {One place} other {# places}}; the housing department of each is in charge of its own.',
} as const;
