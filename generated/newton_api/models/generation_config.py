from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="GenerationConfig")


@_attrs_define
class GenerationConfig:
    """How the text is generated. The defaults are not documented.

    Attributes:
        max_new_tokens (int | Unset): Tokens to generate at most.
        do_sample (bool | Unset): Sample, or take the likeliest token.
        temperature (float | Unset): Sampling temperature.
        top_k (int | Unset): Sample from this many likeliest tokens.
        top_p (float | Unset): Sample from the likeliest tokens that make up this probability.
        repetition_penalty (float | Unset): Penalty for tokens already there.
    """

    max_new_tokens: int | Unset = UNSET
    do_sample: bool | Unset = UNSET
    temperature: float | Unset = UNSET
    top_k: int | Unset = UNSET
    top_p: float | Unset = UNSET
    repetition_penalty: float | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        max_new_tokens = self.max_new_tokens

        do_sample = self.do_sample

        temperature = self.temperature

        top_k = self.top_k

        top_p = self.top_p

        repetition_penalty = self.repetition_penalty

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if max_new_tokens is not UNSET:
            field_dict["max_new_tokens"] = max_new_tokens
        if do_sample is not UNSET:
            field_dict["do_sample"] = do_sample
        if temperature is not UNSET:
            field_dict["temperature"] = temperature
        if top_k is not UNSET:
            field_dict["top_k"] = top_k
        if top_p is not UNSET:
            field_dict["top_p"] = top_p
        if repetition_penalty is not UNSET:
            field_dict["repetition_penalty"] = repetition_penalty

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        max_new_tokens = d.pop("max_new_tokens", UNSET)

        do_sample = d.pop("do_sample", UNSET)

        temperature = d.pop("temperature", UNSET)

        top_k = d.pop("top_k", UNSET)

        top_p = d.pop("top_p", UNSET)

        repetition_penalty = d.pop("repetition_penalty", UNSET)

        generation_config = cls(
            max_new_tokens=max_new_tokens,
            do_sample=do_sample,
            temperature=temperature,
            top_k=top_k,
            top_p=top_p,
            repetition_penalty=repetition_penalty,
        )

        generation_config.additional_properties = d
        return generation_config

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
