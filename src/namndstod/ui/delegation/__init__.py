"""Delegationsbeslut in the window: the register, the delegationsordning, lists that come in, beslutsbrev."""
