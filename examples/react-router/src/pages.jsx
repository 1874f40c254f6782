import { Link } from 'react-router';

export function Bikes() {
  return (
    <main>
      <h1>Bikes</h1>
      <Link to="/cart">To the cart</Link>
    </main>
  );
}

export function Cart() {
  return (
    <main>
      <h1>Your cart</h1>
      <Link to="/">To the bikes</Link>
    </main>
  );
}
