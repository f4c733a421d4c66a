"""Stylesheets read: to rules, selectors, values and colours, within bounds."""
