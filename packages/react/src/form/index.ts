"use client";

export {};
