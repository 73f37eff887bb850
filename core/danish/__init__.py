"""Danish language tools shared by the rooms: tokens, sentences, dates, amounts, numbers."""
