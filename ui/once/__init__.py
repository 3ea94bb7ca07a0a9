"""The "once" control: its rates with the records behind them, and the second notices that wait for a head."""
