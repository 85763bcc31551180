export default { title: 'Sharing of costs' };
